import { useRef } from 'preact/hooks';

interface FileButtonProperties {
  label: string;
  /** Endings and media types that are offered first. */
  accept: string;
  onFile: (file: File) => void;
}

/** A button that lets a reader choose a file; the same one may be chosen again. */
export function FileButton({ label, accept, onFile }: FileButtonProperties) {
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
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
