// Loaded into each process of `npm start`: when the supervisor is gone, however it went, its parts end too.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
