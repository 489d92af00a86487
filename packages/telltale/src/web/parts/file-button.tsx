import { useRef } from 'preact/hooks';

interface FileButtonProperties {
  label: string;
  /** Endings and media types that are offered first. */
  accept: string;
  /** Told what was chosen, one file unless `multiple`. */
  onFiles: (files: readonly File[]) => void;
  multiple?: boolean;
}

/** A button that lets a reader choose a file; the same one may be chosen again. */
export function FileButton({ label, accept, onFiles, multiple = false }: FileButtonProperties) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        {label}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple={multiple}
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          if (files.length > 0) onFiles(files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
