/** The one channel that the page calls, and the one on which the main process speaks unasked. */
export const CHANNEL_INVOKE = 'aiguillage'
export const CHANNEL_EVENT = 'aiguillage-evenement'
