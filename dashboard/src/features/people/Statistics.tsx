import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../words';
import { decades, GENDERS, statisticsQuery } from './people';

function Rows({ title, rows }: { title: string; rows: readonly { text: string; count: number }[] }) {
  const most = Math.max(1, ...rows.map(each => each.count));
  return (
    <table className="amounts">
      <caption>{title}</caption>
      <tbody>
        {rows.map(each => (
          <tr key={each.text}>
            <th scope="row">{each.text}</th>
            <td>
              <span className="amount-bar bar-doing" style={{ width: `${(each.count / most) * 100}%` }} aria-hidden />
            </td>
            <td className="num">{each.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many by gender and by decade of birth: charts that are tables. */
export function Statistics({ unit }: { unit: string | undefined }) {
  const w = useWords();
  const p = w.people;
  const { data } = useQuery(statisticsQuery(unit));
  if (data === undefined) {
    return <p className="panel-pad small">{w.app.loading}</p>;
  }
  const genders: Readonly<Record<string, unknown>> = data.gender;
  const known = GENDERS.map(each => ({ text: p.genders[each], count: Number(genders[each] ?? 0) }));
  const rest = data.count - known.reduce((sum, each) => sum + each.count, 0);
  const ages = decades(data.birthYear).map(each => ({ text: p.decade(each.from), count: each.count }));
  const ageless = data.count - ages.reduce((sum, each) => sum + each.count, 0);
  return (
    <section className="panel panel-pad" aria-labelledby="statistics">
      <h2 id="statistics">{p.statistics}</h2>
      <p className="small">{p.counted(data.count, data.erased)}</p>
      <Rows title={p.byGender} rows={rest > 0 ? [...known, { text: p.unknown, count: rest }] : known} />
      <Rows title={p.byAge} rows={ageless > 0 ? [...ages, { text: p.unknown, count: ageless }] : ages} />
    </section>
  );
}
