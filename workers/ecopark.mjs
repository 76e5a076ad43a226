#!/usr/bin/env node
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findBuild } from './build.mjs'

async function load() {
  const folder = await findBuild()
  if (folder) return import(pathToFileURL(join(folder, 'cli.js')).href)
  const { register } = await import('tsx/esm/api')
  register()
  return import('./cli.ts')
}

const { main } = await load()
process.exitCode = await main(process.argv.slice(2))
