import { droppedFiles } from '@runoff/sources/files'
import { useRef, type ChangeEvent, type ReactNode } from 'react'
import { OpenFolderReport } from './OpenFolderReport.tsx'
import type { OwnFiles } from './useOwnFiles.ts'

export interface OpenFilesProps {
  readonly files: OwnFiles
}

/** Opens files or a folder from this machine, and says what was found in them. */
export function OpenFiles({ files }: OpenFilesProps): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  const choose = (what: 'files' | 'folder'): void => {
    if (input.current === null) return
    input.current.webkitdirectory = what === 'folder'
    input.current.click()
  }
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    files.add(droppedFiles(target.files ?? []))
    // So that the same files can be chosen again.
    target.value = ''
  }
  return (
    <section aria-label="Your own files" className="demo-files">
      <button type="button" onClick={() => choose('files')}>
        Open files…
      </button>
      <button type="button" onClick={() => choose('folder')}>
        Open a folder…
      </button>
      <span className="demo-muted">or drop them here: they stay on this machine</span>
      <input ref={input} type="file" multiple hidden onChange={onChange} />
      <ul aria-live="polite">
        {files.folders.map((folder) => (
          <OpenFolderReport key={folder.id} folder={folder} onRemove={files.remove} />
        ))}
      </ul>
    </section>
  )
}
