/** Where the work resumes: the warning, the row in view or the first to check, else the place to paste. */
export function focaliserRangee(): void {
  const cible =
    document.querySelector<HTMLElement>('[data-avertissement]') ??
    document.querySelector<HTMLElement>('[data-rangee][tabindex="0"]') ??
    document.querySelector<HTMLElement>('[data-coller]')
  cible?.focus()
}
