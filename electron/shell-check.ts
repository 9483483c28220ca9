/**
 * Compile-only. `typeof electron` must be assignable to the subset (so each call made through it is one
 * that Electron has), and so must the Chromium host: `tsc` fails here if either lacks or alters a member.
 */
import type * as electron from 'electron'
import type { ChromiumShell } from './chromium/host.ts'
import type { PreloadWorld } from './chromium/worlds.ts'
import type { Shell, ShellPreload } from './shell.ts'

type Holds<Subset, Implementation extends Subset> = Implementation

export type Checks = [
  Holds<Shell, typeof electron>,
  Holds<Shell, ChromiumShell>,
  Holds<ShellPreload, typeof electron>,
  Holds<ShellPreload, PreloadWorld>,
]
