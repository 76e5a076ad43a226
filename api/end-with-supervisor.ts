// Loaded into each process of `npm start`: when the supervisor is gone, however it went, its parts end too.
const end = () => process.kill(process.pid, 'SIGTERM')
process.on('disconnect', end)
// It may have gone while this process was still loading.
if (process.connected === false) end()
