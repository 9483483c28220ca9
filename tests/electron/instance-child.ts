import { takeInstance } from '../../electron/chromium/instance.ts'

/** Says whether it came first, then holds the folder until it is killed. */
const instance = await takeInstance(process.argv[2] ?? '')
process.stdout.write(instance.first ? 'premier\n' : 'second\n')
if (instance.first) setInterval(() => {}, 1000)
