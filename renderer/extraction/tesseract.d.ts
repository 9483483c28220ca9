/** The part of Tesseract's interface that is used; its package has no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface Tesseract {
    FS: { writeFile(chemin: string, octets: Uint8Array): void; unlink(chemin: string): void }
    TessBaseAPI: new () => Api
  }

  export interface Api {
    /** 0 when the language could be read. */
    Init(dossier: string | null, langue: string, moteur: number): number
    SetVariable(nom: string, valeur: string): void
    /** `exif`: which side of the image is up, as in Exif; `angle` in radians. 0 when the image could be read. */
    SetImageFile(exif: number, angle: number): number
    Recognize(suivi: null): number
    GetUTF8Text(): string
    /** 0 to 100. */
    MeanTextConf(): number
    Clear(): void
  }

  interface Reglages {
    wasmBinary: Uint8Array
    print(ligne: string): void
    printErr(ligne: string): void
  }

  // biome-ignore lint/style/noDefaultExport: the package's own form
  export default function creer(reglages: Reglages): Promise<Tesseract>
}
