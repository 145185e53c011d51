import { IconFileUpload } from '@tabler/icons-react'
import { useEffect, useId, useState, type DragEvent } from 'react'

import { sourceText } from '#lib/messages/sources.ts'
import { FileButton } from '#ui/file-button.tsx'
import { announce } from '#ui/live-region.tsx'

import classes from './file-picker.module.css'

const text = sourceText.upload

type Props = {
  identityAttribute: string | undefined
  onChoose: (file: File) => void
}

/** A place to drop a file, and a button for who chooses it by keyboard or has no place to drag it from. */
export function FilePicker({ identityAttribute, onChoose }: Props) {
  const hint = useId()
  const [isOver, setOver] = useState(false)
  const [problem, setProblem] = useState<string>()

  useMissedDrops()

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files]
    const [file] = files
    if (file && files.length === 1) return onChoose(file)
    setProblem(text.oneFile)
    announce(text.oneFile)
  }
  return (
    <div
      className={classes.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        // Over what stands within it, the file is still over the place.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false) // a node
      }}
      onDrop={drop}
    >
      <IconFileUpload size={20} stroke={1.75} aria-hidden />
      <p className={classes.text}>{text.drop}</p>
      <FileButton label={text.choose} what={text.input} describedBy={hint} onChoose={onChoose} />
      <p id={hint} className={classes.hint}>
        {problem ?? (identityAttribute ? text.hint(identityAttribute) : text.hintOpen)}
      </p>
    </div>
  )
}

/** A file that falls beside the place must not take the browser away from the console. */
function useMissedDrops() {
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])
}
