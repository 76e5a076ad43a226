import { joinServer } from '../../../workers/store/embedded/join-server.ts'

/** A process that joins the embedded server in the folder it is given, tells so, and leaves when it is told to. */
const { leave } = await joinServer(process.argv[2] ?? '', { fsync: 'off' })
process.once('message', async () => {
  await leave()
  process.disconnect()
})
process.send?.('joined')
