import { SQL_0001 } from './0001-socle.ts'
import { SQL_0002 } from './0002-pieces-catalogue.ts'

export interface Migration {
  /** Four digits, a dash, a name: applied in this order. */
  id: string
  sql: string
  /** Of `sql`. Written by hand here, so that editing a migration that people have is refused (R7). */
  sha256: string
}

/** As TypeScript strings: the same under plain Node, in the tests and in the built bundle. */
export const MIGRATIONS: readonly Migration[] = [
  {
    id: '0001-socle',
    sql: SQL_0001,
    sha256: '438dec79d53172021f7dc412fc561164f30468ea9329f033da1a421de01360e8',
  },
  {
    id: '0002-pieces-catalogue',
    sql: SQL_0002,
    sha256: '5880047595733157612ea39644172776f4e4b5166253373626c31656c4c4e217',
  },
]
