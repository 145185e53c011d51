import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'

import type { Source } from '#api/client.ts'
import { explain } from '#api/explain.ts'
import { sourceText } from '#lib/messages/sources.ts'
import { confirm } from '#ui/confirm.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { Notice } from '#ui/notice.tsx'

import { sourceName } from './columns.tsx'
import type { Expected } from './csv-check.ts'
import { CsvPreview } from './csv-preview.tsx'
import { accountSchemaOf, schemasQuery, type SourceSchema } from './detail-queries.ts'
import { FilePicker } from './file-picker.tsx'
import { forgetLoad, startLoad, useLoad } from './load-store.ts'
import { UploadProgress } from './upload-progress.tsx'
import { useBlocked } from './use-aggregation.ts'

import parts from './parts.module.css'

const text = sourceText.upload

/** A file for a source that is read from one: chosen, looked at, sent. */
export function UploadPart({ source }: { source: Source }) {
  const client = useQueryClient()
  const titleId = useId()
  const [file, setFile] = useState<File>()
  const load = useLoad(source.id)
  const schemas = useQuery(schemasQuery(source.id))
  const { reason } = useBlocked(source)
  const name = sourceName(source)
  const isSchemaSettled = Boolean(schemas.data ?? schemas.error)
  const expected = isSchemaSettled ? expectedOf(source, schemas.data) : undefined

  function choose(next: File | undefined) {
    if (next) forgetLoad(source.id)
    setFile(next)
  }
  async function send(chosen: File) {
    if (source.authoritative && !(await isSure(name))) return
    setFile(undefined)
    void startLoad(client, { id: source.id, name }, chosen)
  }

  const isSending = load?.is === 'starting' && load.file
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId} className={parts.title}>
        {text.title}
      </h2>
      {load?.is === 'refused' && load.file && (
        <ErrorPanel problem={{ ...explain(load.error), title: text.failed(load.file.name) }} />
      )}
      {load?.is === 'stopped' && <Notice tone="info">{text.stopped}</Notice>}
      {isSending ? (
        <UploadProgress load={load} name={load.file?.name ?? ''} />
      ) : file ? (
        <CsvPreview
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          source={source}
          expected={expected}
          noSchema={schemas.error ? explain(schemas.error).why : undefined}
          blocked={reason}
          onSend={() => void send(file)}
          onChoose={choose}
        />
      ) : (
        <FilePicker identityAttribute={expected?.identityAttribute} onChoose={choose} />
      )}
    </section>
  )
}

const isSure = (name: string) =>
  confirm({
    title: text.confirmTitle(name),
    body: text.confirmBody(name),
    button: text.button,
    isDestructive: true,
  })

function expectedOf(source: Source, schemas: SourceSchema[] | undefined): Expected {
  const schema = accountSchemaOf(schemas)
  const { delimiter } = { ...source.connectorAttributes } as { delimiter?: unknown } // any, by contract
  return {
    identityAttribute: schema?.identityAttribute || undefined,
    attributes: schema?.attributes?.flatMap(({ name }) => name ?? []),
    delimiter: typeof delimiter === 'string' && delimiter.length === 1 ? delimiter : ',',
  }
}
