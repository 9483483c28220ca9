import { type ReactNode, useEffect, useRef, useState } from 'react'

interface Props {
  /** Of what it holds, in px, as long as it was never drawn. */
  hauteur: number
  /** Drawn wherever it is: the first ones, and the one that the focus goes to. */
  force: boolean
  children: () => ReactNode
}

/** Drawn this far before it comes into sight. */
const MARGE = '1200px 0px'

/** A slice of something long: only those near what is in sight exist in the page, so that scrolling waits for nothing. */
export function Tranche({ hauteur, force, children }: Props) {
  const boite = useRef<HTMLDivElement>(null)
  const [proche, approcher] = useState(false)
  const mesuree = useRef(hauteur)
  const dessinee = proche || force

  useEffect(() => {
    const place = boite.current
    if (place === null) return
    const guet = new IntersectionObserver(
      ([vue]) => {
        if (vue === undefined) return
        // What was drawn keeps its exact room once it is gone.
        if (!vue.isIntersecting && vue.boundingClientRect.height > 0 && place.childElementCount > 0)
          mesuree.current = vue.boundingClientRect.height
        approcher(vue.isIntersecting)
      },
      { root: place.closest('[data-defile]'), rootMargin: MARGE },
    )
    guet.observe(place)
    return () => guet.disconnect()
  }, [])

  return (
    <div ref={boite} role="presentation" style={dessinee ? {} : { height: `${mesuree.current}px` }}>
      {dessinee && children()}
    </div>
  )
}

/** Slices of at most `taille`, in order. */
export function enTranches<T>(suite: readonly T[], taille: number): (readonly T[])[] {
  const tranches: (readonly T[])[] = []
  for (let i = 0; i < suite.length; i += taille) tranches.push(suite.slice(i, i + taille))
  return tranches
}
