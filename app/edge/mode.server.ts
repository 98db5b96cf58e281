// Imported before everything else: React decides when it is loaded which of its two builds it is.
process.env.NODE_ENV ??= process.argv.includes('--dev') ? 'development' : 'production'
