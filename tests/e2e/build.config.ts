import { ensureBuilt } from '../../scripts/build.ts'

export default function build(): void {
  ensureBuilt()
}
