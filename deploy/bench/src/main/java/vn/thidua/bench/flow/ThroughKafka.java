package vn.thidua.bench.flow;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import vn.thidua.bench.Statistics;
import vn.thidua.bench.figure.Bench;
import vn.thidua.bench.figure.Figure;
import vn.thidua.bench.figure.Run;
import vn.thidua.bench.figure.Target;
import vn.thidua.bench.note.NoteLines;
import vn.thidua.contracts.Topics;
import vn.thidua.platform.context.Ids;

/** How long it takes from a command in one context to a row in a view of another. */
public final class ThroughKafka implements Bench {

    private static final String BASELINE = "raw insert, produce, consume, upsert";

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String words() {
        return "from a command to a row in a foreign view, through Kafka";
    }

    @Override
    public void measure(Run run) throws Exception {
        String context = "benchnotes";
        run.say("starting a broker");
        String kafka = run.kafka();
        Figure middle = run.figure("command to foreign row, p50", "ms", BASELINE, Target.atMost(2, 1.3));
        Figure slow = run.figure("command to foreign row, p99", "ms", BASELINE, Target.atMost(2, 1.3));
        try (var flow = new Flow(run, context);
                var raw = new RawFlow(
                        run.database(run.databases("rawflow") + "raw"),
                        kafka,
                        "bench.raw",
                        Topics.partitionsOf(context))) {
            String note = Ids.fresh();
            flow.begin(note);
            int samples = run.scale().samples();
            long number = 0;
            flow.add(note);
            MongoCollection<Document> rows = flow.foreignRows();
            Flow.awaitRow(rows, NoteLines.id(note, ++number));
            ours(flow, rows, note, number, samples);
            number += samples;
            raw(raw, note, 0, samples);
            for (int round = 0; round < run.scale().rounds(); round++) {
                List<Double> theirs = raw(raw, note, number, samples);
                List<Double> ours = ours(flow, rows, note, number, samples);
                number += samples;
                middle.add(Statistics.percentile(ours, 50), Statistics.percentile(theirs, 50));
                slow.add(Statistics.percentile(ours, 99), Statistics.percentile(theirs, 99));
            }
        }
    }

    private static List<Double> ours(Flow flow, MongoCollection<Document> rows, String note, long before, int samples) {
        List<Double> millis = new ArrayList<>();
        for (long number = before + 1; number <= before + samples; number++) {
            long start = System.nanoTime();
            flow.add(note);
            Flow.awaitRow(rows, NoteLines.id(note, number));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }

    private static List<Double> raw(RawFlow flow, String note, long before, int samples) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (long number = before + 1; number <= before + samples; number++) {
            long start = System.nanoTime();
            flow.send(note, number);
            Flow.awaitRow(flow.rows(), NoteLines.id(note, number));
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return millis;
    }
}
