package vn.thidua.torture.referee;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import vn.thidua.standalone.Rest;
import vn.thidua.torture.load.Act;
import vn.thidua.torture.load.PlanLoad;
import vn.thidua.torture.load.Told;
import vn.thidua.torture.load.UnitLoad;
import vn.thidua.torture.referee.Verdict.Findings;
import vn.thidua.torture.roster.RosterApplication;

/**
 * Compares what callers were told with what is there: stores, views, topics, foreign views, and what a listener has done.
 * What follows the store may take its time; what is in no store at once is lost.
 */
public final class Referee {

    /** What becomes of the events of the load, one record each. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "organization.unit-established", "UnitEstablishedV1",
            "organization.unit-renamed", "UnitRenamedV1",
            "plan.plan-issued", "PlanIssuedV1",
            "plan.task-assigned", "TaskAssignedV1",
            "plan.progress-reported", "TaskProgressReportedV1");

    private static final String UNITS = "organization";
    private static final String PLANS = "plan";
    private static final int ASKED_AGAIN = 60;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final String mongodb;
    private final String kafka;
    private final Duration patience;

    /** @param patience how long what follows may take */
    public Referee(String mongodb, String kafka, Duration patience) {
        this.mongodb = mongodb;
        this.kafka = kafka;
        this.patience = patience;
    }

    /** Compares until everything has followed, or the patience ends. */
    public Verdict judge(List<UnitLoad> units, List<PlanLoad> plans) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Findings findings = new Findings();
            try {
                compare(units, plans, findings);
            } catch (RuntimeException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                findings.skipped("no comparison yet: " + e);
            }
            Verdict verdict = findings.verdict();
            if (verdict.skipped() == 0 || System.nanoTime() > end) {
                return verdict.isClean() ? answersAgain(units) : verdict;
            }
            Thread.sleep(1000);
        }
    }

    private void compare(List<UnitLoad> units, List<PlanLoad> plans, Findings findings) {
        try (MongoClient client = MongoClients.create(mongodb)) {
            List<Store.Event> log = Store.events(client, UNITS);
            Map<Act, Told> acts = new HashMap<>();
            units.forEach(load -> acts.putAll(load.ledger().all()));
            Map<String, Integer> begun = new HashMap<>();
            Set<String> established = new HashSet<>();
            Map<String, Integer> marks = new HashMap<>();
            Map<String, Integer> renamed = new HashMap<>();
            for (Store.Event event : log) {
                if (event.name().equals("organization.unit-established")) {
                    established.add(event.aggregate());
                    begun.merge(event.aggregate(), 1, Integer::sum);
                    marks.merge(nameOf(event), 1, Integer::sum);
                } else if (event.name().equals("organization.unit-renamed")) {
                    renamed.merge(event.aggregate(), 1, Integer::sum);
                }
            }
            acts.forEach((act, told) -> established(act, told, begun, marks, findings));
            int expected = (int) acts.entrySet().stream()
                    .filter(each -> each.getKey().kind() == Act.Kind.ESTABLISH
                            && each.getValue().outcome() == Told.Outcome.ACKNOWLEDGED)
                    .count();
            if (established.size() != expected) {
                Set<String> unheard = new HashSet<>(established);
                acts.values().stream()
                        .map(Told::answer)
                        .filter(answer -> answer != null && answer.location() != null)
                        .forEach(answer -> unheard.remove(answer.id()));
                findings.other(established.size() + " units are there, and " + expected
                        + " were acknowledged; nobody was told of " + unheard);
            }
            Set<String> shared = new HashSet<>();
            units.forEach(load -> shared.addAll(load.shared()));
            Order.check(shared, acts, log, findings);

            rows(client, UNITS, "units", established, findings);
            names(client, log, findings);
            rows(client, PLANS, "unit-directory", established, findings);
            rows(client, RosterApplication.CONTEXT, "unit-tree", established, findings);
            taken(client, established, findings);
            Following.check(UNITS, log, Topic.read(kafka, "organization.events.v1"), PUBLISHED, findings);
            if (!plans.isEmpty()) {
                plans(client, plans, findings);
            }
        }
    }

    private static void established(
            Act act, Told told, Map<String, Integer> begun, Map<String, Integer> marks, Findings findings) {
        if (act.unit() != null) {
            return;
        }
        switch (told.outcome()) {
            case ACKNOWLEDGED -> {
                if (act.kind() == Act.Kind.TAKEN_CODE) {
                    findings.other(act.key() + " was acknowledged, and its code is taken");
                } else if (!begun.containsKey(
                        Objects.requireNonNull(told.answer()).id())) {
                    findings.lost(act.key() + " was acknowledged, and its unit is not there");
                }
            }
            case REFUSED -> {
                if (act.kind() == Act.Kind.ESTABLISH) {
                    findings.other(act.key() + " was refused: " + told.answer());
                } else if (marks.containsKey(act.mark())) {
                    findings.other(act.key() + " was refused, and is there");
                }
            }
            case UNKNOWN -> findings.other(act.key() + " was never decided");
        }
        if (marks.getOrDefault(act.mark(), 0) > 1) {
            findings.doubled(act.key() + " is there " + marks.get(act.mark()) + " times");
        }
    }

    private static String nameOf(Store.Event event) {
        return Document.parse(event.payload()).getString("name");
    }

    private static void rows(MongoClient client, String context, String view, Set<String> expected, Findings findings) {
        Map<String, Document> rows = Store.rows(client, context, view);
        for (String id : expected) {
            Document row = rows.get(id);
            if (row == null) {
                findings.skipped(context + "/" + view + " has no row of " + id);
            } else if (Boolean.TRUE.equals(row.getBoolean("stale"))) {
                findings.other(context + "/" + view + ": the row of " + id + " is stale");
            }
        }
        // others are heads of feeds, and what cases have put there by themselves
        rows.keySet().stream()
                .filter(id -> UUID.matcher(id).matches() && !expected.contains(id))
                .forEach(id -> findings.lost(context + "/" + view + " knows " + id + ", and the store does not"));
    }

    /** The last name in the log is the one that views show: an event that was passed over, or repeated late, shows here. */
    private static void names(MongoClient client, List<Store.Event> log, Findings findings) {
        Map<String, String> last = new HashMap<>();
        for (Store.Event event : log) {
            if (event.name().equals("organization.unit-renamed")
                    || event.name().equals("organization.unit-established")) {
                last.put(event.aggregate(), nameOf(event));
            }
        }
        for (var view : Map.of(UNITS, "units", PLANS, "unit-directory", RosterApplication.CONTEXT, "unit-tree")
                .entrySet()) {
            if (view.getValue().equals("unit-tree")) {
                // it knows places, and no names
                continue;
            }
            Map<String, Document> rows = Store.rows(client, view.getKey(), view.getValue());
            last.forEach((unit, name) -> {
                Document row = rows.get(unit);
                if (row != null && !row.toJson().contains("\"" + name + "\"")) {
                    findings.skipped(
                            view.getKey() + "/" + view.getValue() + " does not know that " + unit + " is " + name);
                }
            });
        }
    }

    /** One event for each: told twice, an entry takes down twice. */
    private static void taken(MongoClient client, Set<String> established, Findings findings) {
        Map<String, Integer> taken = new HashMap<>();
        for (Store.Event event : Store.events(client, RosterApplication.CONTEXT)) {
            if (!UUID.matcher(event.aggregate()).matches()) {
                // of a record that a case has sent by itself
                continue;
            }
            taken.merge(event.aggregate(), 1, Integer::sum);
        }
        for (String unit : established) {
            int times = taken.getOrDefault(unit, 0);
            if (times == 0) {
                findings.skipped("the listener has not taken down " + unit);
            } else if (times > 1) {
                findings.doubled("the listener has taken down " + unit + " " + times + " times");
            }
        }
        if (!established.containsAll(taken.keySet())) {
            findings.lost("the listener knows units that the store does not know");
        }
    }

    private void plans(MongoClient client, List<PlanLoad> loads, Findings findings) {
        List<Store.Event> log = Store.events(client, PLANS);
        Map<String, Integer> kinds = new HashMap<>();
        log.forEach(event -> kinds.merge(event.name(), 1, Integer::sum));
        List<PlanLoad.Done> done = new ArrayList<>();
        loads.forEach(load -> done.addAll(load.done().values()));
        int plans = done.size();
        int tasks = plans * PlanLoad.TASKS;
        for (var kind : Map.of(
                        "plan.plan-drafted", plans,
                        "plan.plan-issued", plans,
                        "plan.number-taken", plans,
                        "plan.task-assigned", tasks,
                        "plan.progress-reported", plans)
                .entrySet()) {
            int there = kinds.getOrDefault(kind.getKey(), 0);
            for (int i = there; i < kind.getValue(); i++) {
                if (kind.getKey().equals("plan.task-assigned")) {
                    findings.skipped("a task has not begun");
                } else {
                    findings.lost(kind.getKey() + ": " + there + " instead of " + kind.getValue());
                }
            }
            for (int i = kind.getValue(); i < there; i++) {
                findings.doubled(kind.getKey() + ": " + there + " instead of " + kind.getValue());
            }
        }
        Set<String> ids = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (PlanLoad.Done plan : done) {
            ids.add(plan.plan());
            for (int i = 1; i <= PlanLoad.TASKS; i++) {
                parts.add(plan.plan() + "/" + i);
            }
        }
        rows(client, PLANS, "plans", ids, findings);
        rows(client, PLANS, "tasks", parts, findings);
        Following.check(PLANS, log, Topic.read(kafka, "plan.events.v1"), PUBLISHED, findings);
    }

    /** The first answer again, whenever it is asked for under the same key. */
    private static Verdict answersAgain(List<UnitLoad> units) throws Exception {
        Findings findings = new Findings();
        for (UnitLoad load : units) {
            List<Map.Entry<Act, Told>> acknowledged =
                    new ArrayList<>(load.ledger().all(Told.Outcome.ACKNOWLEDGED).entrySet());
            int step = Math.max(1, acknowledged.size() / ASKED_AGAIN);
            for (int i = 0; i < acknowledged.size(); i += step) {
                Act act = acknowledged.get(i).getKey();
                Rest.Answer first =
                        Objects.requireNonNull(acknowledged.get(i).getValue().answer());
                Rest.Answer again = load.ask(act);
                if (again.status() != first.status()
                        || !Objects.equals(again.location(), first.location())
                        || !Objects.equals(again.etag(), first.etag())
                        || !Objects.equals(again.position(), first.position())) {
                    findings.doubled(act.key() + " was answered " + first + ", and asked again " + again);
                }
            }
        }
        return findings.verdict();
    }
}
