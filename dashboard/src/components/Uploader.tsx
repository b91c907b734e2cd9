import { CameraOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useRef, useState, type DragEvent } from 'react';
import { fileSize } from '../app/format';
import { useWords } from '../words';
import { FieldError } from './Fields';

const MOST_BYTES = 20 * 1024 * 1024;

interface Props {
  label: string;
  /** what is taken, by ending: ['.txt', '.docx', '.pdf'] */
  endings: readonly string[];
  /** Sends one file; tells how far it is; stops when the signal says so. */
  send: (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<unknown>;
  multiple?: boolean;
  /** a phone offers its camera */
  camera?: boolean;
  mostBytes?: number;
}

type State = { kind: 'idle' } | { kind: 'sending'; name: string; share: number } | { kind: 'wrong'; message: string };

/** Takes files by choice, by dropping and by camera, and shows how far they are. */
export function Uploader({ label, endings, send, multiple = false, camera = false, mostBytes = MOST_BYTES }: Props) {
  const w = useWords();
  const id = useId();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);

  const refuse = (file: File): string | undefined => {
    if (!endings.some(ending => file.name.toLowerCase().endsWith(ending))) {
      return w.upload.wrongKind(file.name, endings.join(', '));
    }
    if (file.size === 0) {
      return w.upload.empty(file.name);
    }
    return file.size > mostBytes ? w.upload.tooLarge(file.name, fileSize(mostBytes)) : undefined;
  };

  const take = async (files: readonly File[]) => {
    if (state.kind === 'sending') {
      return;
    }
    for (const file of multiple ? files : files.slice(0, 1)) {
      const message = refuse(file);
      if (message !== undefined) {
        setState({ kind: 'wrong', message });
        return;
      }
      const controller = new AbortController();
      stop.current = controller;
      setState({ kind: 'sending', name: file.name, share: 0 });
      try {
        await send(file, share => setState({ kind: 'sending', name: file.name, share }), controller.signal);
      } catch (thrown) {
        setState({ kind: 'idle' });
        if (!controller.signal.aborted) {
          throw thrown;
        }
        return;
      }
    }
    setState({ kind: 'idle' });
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <div
      className={over ? 'uploader is-over' : 'uploader'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <strong id={id}>{label}</strong>
        <br />
        <span className="small">
          {endings.join(', ')} · {fileSize(mostBytes)}
        </span>
      </p>
      {state.kind === 'sending' ? (
        <div role="status">
          <p>{state.share < 1 ? w.upload.progress(state.name, Math.round(state.share * 100)) : w.upload.reading(state.name)}</p>
          <progress max={1} value={state.share < 1 ? state.share : undefined} aria-labelledby={id} />
          <Button onClick={() => stop.current?.abort()}>{w.upload.stop}</Button>
        </div>
      ) : (
        <div className="actions">
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
            {w.upload.choose}
          </Button>
          {camera && (
            <Button className="only-phone" icon={<CameraOutlined aria-hidden />} onClick={() => photo.current?.click()}>
              {w.upload.camera}
            </Button>
          )}
          <span className="small only-desktop">{w.upload.drop}</span>
        </div>
      )}
      {state.kind === 'wrong' && <FieldError>{state.message}</FieldError>}
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={id}
        accept={endings.join(',')}
        multiple={multiple}
        onChange={event => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void take(files);
        }}
      />
      {camera && (
        <input
          ref={photo}
          type="file"
          hidden
          aria-labelledby={id}
          accept="image/*"
          capture="environment"
          onChange={event => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void take(files);
          }}
        />
      )}
    </div>
  );
}
