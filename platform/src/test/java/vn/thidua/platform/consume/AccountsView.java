package vn.thidua.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import vn.thidua.contracts.ContractEvent;
import vn.thidua.platform.publish.LedgerContract;
import vn.thidua.platform.publish.LedgerLog;
import vn.thidua.platform.publish.LedgerPublication;
import vn.thidua.platform.view.ForeignView;
import vn.thidua.platform.view.Rows;

/** Balances of another context's accounts. It adds up on purpose: an event that is taken twice would show. */
record AccountsView(String context, int version, Set<String> poisoned) implements ForeignView {

    AccountsView(String context) {
        this(context, 1, ConcurrentHashMap.newKeySet());
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public List<String> contexts() {
        return List.of(context);
    }

    @Override
    public void project(ContractRecord event, Rows rows) {
        if (event.event() instanceof LedgerContract known) {
            if (poisoned.contains(known.account())) {
                throw new IllegalStateException("this account is poison");
            }
            rows.change(known.account(), row -> taken(row, known));
            rows.change("all", row -> row.append("events", row.getInteger("events", 0) + 1));
        }
    }

    private static Document taken(Document row, LedgerContract event) {
        return switch (event) {
            case LedgerContract.AccountOpenedV1 opened -> row.append("name", opened.name());
            case LedgerContract.BalanceChangedV1 changed ->
                row.append("balance", row.get("balance", 0L) + changed.by());
            case LedgerContract.MoneySentV1 sent -> row.append("to", sent.to());
        };
    }

    /** The rows that follow from a whole log. */
    static Map<String, Document> expected(LedgerLog log) {
        var rows = new TreeMap<String, Document>();
        int events = 0;
        for (var event : log.from(0, log.size())) {
            for (ContractEvent each : new LedgerPublication().publish(event)) {
                if (each instanceof LedgerContract known) {
                    taken(rows.computeIfAbsent(known.account(), id -> new Document("_id", id)), known);
                    events++;
                }
            }
        }
        rows.put("all", new Document("_id", "all").append("events", events));
        return rows;
    }
}
