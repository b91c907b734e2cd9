import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Link } from 'react-router';
import { useLink } from '../../app/asOf';
import { useWords } from '../../words';
import { sumOf, type Branch } from './units';

/** So many below a top, and it is opened from the start. */
const OPENED_UP_TO = 40;

function Knot({ branch, first }: { branch: Branch; first: boolean }) {
  const w = useWords();
  const link = useLink();
  const { node, children } = branch;
  const [open, setOpen] = useState(first);
  return (
    <li>
      <div className="tree-line">
        {children.length > 0 ? (
          <button
            type="button"
            className="tree-toggle"
            aria-expanded={open}
            aria-label={w.units.below(node.name)}
            onClick={() => setOpen(!open)}
          >
            {open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />}
          </button>
        ) : (
          <span className="tree-toggle" aria-hidden />
        )}
        <div className="tree-text">
          <Link className="row-title" to={link(`/units/${node.id}`)}>
            {node.name}
          </Link>
          <span className="detail">
            {w.units.kinds[node.kind]} · <span className="nowrap">{node.code}</span>
            {!open && children.length > 0 && <> · {sumOf(branch, w)}</>}
          </span>
        </div>
      </div>
      {open && (
        <ul>
          {children.map(each => (
            <Knot key={each.node.id} branch={each} first={false} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Units of a day below each other; what is closed tells its sum. */
export function UnitTree({ tops }: { tops: readonly Branch[] }) {
  const w = useWords();
  return (
    <ul className="tree" aria-label={w.units.title}>
      {tops.map(each => (
        <Knot key={each.node.id} branch={each} first={tops.length === 1 || each.size <= OPENED_UP_TO} />
      ))}
    </ul>
  );
}
