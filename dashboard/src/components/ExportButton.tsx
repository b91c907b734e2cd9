import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { saveFile } from '../api/client';
import { explain } from '../api/problem';
import { notify } from '../app/notices';
import { useWords } from '../words';

/** An address with those parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined | null>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') {
      params.set(name, String(value));
    }
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Saves what is shown as a workbook: `path` has the filters of the list. `text` where it is another file. */
export function ExportButton({ path, text }: { path: string; text?: string }) {
  const w = useWords();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await saveFile(path);
    } catch (thrown) {
      const { title, detail } = explain(thrown);
      notify('late', `${title}. ${detail}`);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button icon={<DownloadOutlined aria-hidden />} loading={busy} onClick={() => void save()}>
      {busy ? w.table.exporting : (text ?? w.table.exportExcel)}
    </Button>
  );
}

/** Prints the page, or saves it as PDF, by the browser's own means. */
export function PrintButton() {
  const w = useWords();
  return (
    <Button className="only-desktop" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
      {w.table.print}
    </Button>
  );
}
