import { api, ok } from '#api/client.ts'
import { upload } from '#api/upload.ts'

import { readAnswer, type Loaded } from './load-answer.ts'

export type LoadedSource = { id: string; name: string }

type Progress = (sent: number, total: number) => void

/** Starts an aggregation, with a file for what is read from one. */
export async function loadAccounts(
  id: string,
  file: File | undefined,
  signal: AbortSignal,
  onProgress: Progress,
): Promise<Loaded> {
  const params = { path: { id } }
  if (!file) return readAnswer((await ok(api.POST('/sources/{id}/load-accounts', { params }))).data)
  const form = new FormData()
  form.append('file', file, file.name)
  const path = `/sources/${encodeURIComponent(id)}/load-accounts`
  return readAnswer(await upload(path, form, { onProgress, signal }))
}
