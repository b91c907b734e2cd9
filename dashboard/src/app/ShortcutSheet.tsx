import { Dialog } from '../components/Dialog';
import { useWords } from '../words';
import { allowLetterShortcuts, letterShortcuts } from './preferences';
import { useStore } from './store';

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const w = useWords();
  const on = useStore(letterShortcuts);
  const s = w.shortcuts;
  const lines: [string[], string][] = [
    [['/'], s.search],
    [['?'], s.help],
    [['g', 'h'], s.home],
    [['g', 'p'], s.plans],
    [['g', 't'], s.tasks],
    [['g', 'd'], s.progress],
    [['N'], s.next],
    [['Ctrl+Enter'], s.confirm],
  ];
  return (
    <Dialog title={s.title} onClose={onClose}>
      <p>{s.intro}</p>
      <table className="shortcuts">
        <thead>
          <tr>
            <th scope="col">{s.keys}</th>
            <th scope="col">{s.does}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([keys, does]) => (
            <tr key={does}>
              <td>
                {keys.map((key, index) => (
                  <span key={key}>
                    {index > 0 && ` ${s.then} `}
                    <kbd>{key}</kbd>
                  </span>
                ))}
              </td>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="radio">
        <input type="checkbox" checked={!on} onChange={event => allowLetterShortcuts(!event.target.checked)} />
        <span>{s.off}</span>
      </label>
    </Dialog>
  );
}
