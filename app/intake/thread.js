import { register } from 'tsx/esm/api'

// A thread has its own way of loading modules, and has to be told anew that they are TypeScript.
register()
await import('./thread.ts')
