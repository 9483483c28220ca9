/** The row of a marker, once it is drawn. */
export function focaliserRepere(rang: number): void {
  document.querySelector<HTMLElement>(`[data-repere="${rang}"]`)?.focus()
}

/** Where the work resumes: a text being added, the marker in view or the first to confirm, else the pieces. */
export function focaliserTravail(): void {
  const cible =
    document.querySelector<HTMLElement>('[data-nouvelle]') ??
    document.querySelector<HTMLElement>('[data-repere][tabindex="0"]') ??
    document.querySelector<HTMLElement>('[data-piece][tabindex="0"]')
  cible?.focus()
}
