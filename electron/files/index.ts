export { FileError, writeWhole } from './write-whole.ts'
