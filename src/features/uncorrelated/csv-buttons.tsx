import { IconDownload, IconUpload } from '@tabler/icons-react'
import { useId, useState } from 'react'

import { uncorrelatedText } from '#lib/messages/uncorrelated.ts'
import { Button } from '#ui/button.tsx'
import { FileButton } from '#ui/file-button.tsx'
import { announce } from '#ui/live-region.tsx'

import type { Item } from './accept.ts'
import { CsvDialog } from './csv-dialog.tsx'
import { printCsv, saveFile, type CsvRow } from './csv.ts'
import { isSelected, proposalOf, type Decisions } from './proposal.ts'
import type { Uncorrelated } from './queries.ts'

import classes from './uncorrelated-page.module.css'

const text = uncorrelatedText.csv

type Props = {
  rows: Uncorrelated[]
  decisions: Decisions
  /** An account or an identity that has not been read would look as if it were not there. */
  isWhole: boolean
  onCorrelate: (items: Item[]) => void
}

/** The rows as a file with the owners that are selected, and such a file back. */
export function CsvButtons({ rows, decisions, isWhole, onCorrelate }: Props) {
  const reason = useId()
  const [file, setFile] = useState<File>()
  async function download() {
    saveFile(await printCsv(rows.map((row) => csvRow(row, decisions))), 'uncorrelated-accounts.csv')
    announce(text.downloaded(rows.length))
  }
  return (
    <div className={classes.csv}>
      {rows.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => void download()}
        >
          {text.download}
        </Button>
      )}
      <FileButton
        label={text.upload}
        what={text.file}
        icon={<IconUpload size={16} stroke={1.75} aria-hidden />}
        isBlocked={!isWhole}
        describedBy={isWhole ? undefined : reason}
        onChoose={setFile}
      />
      {!isWhole && (
        <span id={reason} className={classes.reason}>
          {text.incomplete}
        </span>
      )}
      {file && (
        <CsvDialog
          file={file}
          onClose={() => setFile(undefined)}
          onCorrelate={(items) => {
            setFile(undefined)
            onCorrelate(items)
          }}
        />
      )}
    </div>
  )
}

function csvRow(row: Uncorrelated, decisions: Decisions): CsvRow {
  const { nativeIdentity, displayName, name } = row.account
  const owner = isSelected(row, decisions) ? proposalOf(row, decisions) : undefined
  return {
    account: nativeIdentity,
    displayName: displayName || name,
    userName: owner?.alias ?? '',
    type: '',
  }
}
