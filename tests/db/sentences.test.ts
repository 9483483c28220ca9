import { expect, it } from 'vitest'
import { STORE_SENTENCES } from '../../db/errors.ts'
import { FILE_SENTENCES } from '../../electron/files/write-whole.ts'
import { VAULT_SENTENCES } from '../../electron/vault/errors.ts'

const tables = [STORE_SENTENCES, VAULT_SENTENCES, FILE_SENTENCES]
const all = tables.flatMap((table) => Object.entries(table))

it.each(all)('%s: one sentence for people, that says what to do, in French typography', (_, sentence) => {
  // Cause, no-break space, colon, what to do: and nothing of the machine.
  expect(sentence).toMatch(/^[A-ZÉÀ].+\u00a0: .+\.$/)
  expect(sentence).not.toMatch(/['"]|[ ][:;?!»]|« |\.\./)
  expect(sentence).not.toMatch(/erreur|sqlite|errno|undefined|null|éligible|score|risque/i)
})

it('no two refusals say the same thing', () => {
  expect(new Set(all.map(([, sentence]) => sentence)).size).toBe(all.length)
})
