import '@mozilla/readability'
import 'htmlparser2'
import 'linkedom'
import 'mammoth'
// Asked for by name, it would be looked for when the first document is read.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import 'pdfjs-dist/legacy/build/pdf.mjs'
import { register } from 'tsx/esm/api'

// A thread has its own way of loading modules, and has to be told anew that ours are TypeScript. What is large and is
// none is loaded before that, as it is.
register()
await import('./thread.ts')
