package vn.thidua.torture.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.thidua.standalone.Rest;

/**
 * Clerks who upload a plan, accept what was read, issue it and report on its first task, one plan after the other. Each
 * request has a key of its own and is sent until it is answered, whatever happens to the system meanwhile; so what must be
 * there in the end is known.
 */
public final class PlanLoad implements AutoCloseable {

    /** Tasks of each plan. */
    public static final int TASKS = 2;

    /** Given up only if the system does not come back at all. */
    private static final int TRIES = 1500;

    /**
     * A plan that was made.
     *
     * @param answers to the requests, by key
     */
    public record Done(String plan, Map<String, Rest.Answer> answers) {}

    private final Rest rest;
    private final String run;
    private final String commune;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Done> done = new ConcurrentHashMap<>();
    private final List<Thread> clerks = new ArrayList<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean stopping;
    private volatile @Nullable RuntimeException failed;

    /**
     * @param rest of an officer of the commune
     * @param run begins every key
     */
    public PlanLoad(Rest rest, String run, String commune) {
        this.rest = rest;
        this.run = run;
        this.commune = commune;
    }

    /** Lets so many clerks begin. */
    public void start(int count) {
        stopping = false;
        for (int i = 0; i < count; i++) {
            clerks.add(Thread.ofPlatform().name("clerk " + i).start(this::work));
        }
    }

    private void work() {
        try {
            while (!stopping && failed == null) {
                int n = next.incrementAndGet();
                done.put(n, plan(n));
            }
        } catch (InterruptedException e) {
            // the load is over
        } catch (RuntimeException e) {
            failed = e;
        }
    }

    /** A request that may be sent again. */
    private interface Request {
        Rest.Answer send() throws IOException, InterruptedException;
    }

    private Done plan(int n) throws InterruptedException {
        Map<String, Rest.Answer> answers = new ConcurrentHashMap<>();
        String key = "%s-plan-%05d-".formatted(run, n);
        Rest.Answer uploaded = answered(
                answers,
                key + "upload",
                () -> rest.upload(
                        "/api/v1/plan/drafts/documents?unit=" + commune + "&name=ke-hoach.txt",
                        document(n).getBytes(StandardCharsets.UTF_8),
                        key + "upload"));
        String plan = uploaded.id();
        String draft = "/api/v1/plan/drafts/" + plan;
        Rest.Answer accepted =
                answered(answers, key + "acceptance", () -> rest.post(draft + "/acceptance", "{}", key + "acceptance"));
        String version = accepted.etag();
        answered(answers, key + "issuance", () -> rest.post(draft + "/issuance", "", key + "issuance", version));
        answered(
                answers,
                key + "report",
                () -> rest.post("/api/v1/plan/plans/" + plan + "/tasks/1/reports", report(), key + "report"));
        return new Done(plan, answers);
    }

    private String report() {
        return "{\"unit\": \"%s\", \"percent\": 40, \"note\": \"Đã họp các thôn\"}".formatted(commune);
    }

    private Rest.Answer answered(Map<String, Rest.Answer> answers, String key, Request request)
            throws InterruptedException {
        String last = "";
        for (int i = 0; i < TRIES; i++) {
            try {
                Rest.Answer answer = request.send();
                if (answer.isDone()) {
                    answers.put(key, answer);
                    repeated.addAndGet(i > 0 ? 1 : 0);
                    return answer;
                }
                last = answer.status() + " " + answer.body();
                // a task may stand only later than its plan was answered for
                if (answer.status() < 500 && answer.status() != 404) {
                    throw new IllegalStateException(key + " was refused: " + last);
                }
            } catch (IOException e) {
                last = e.toString();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(key + " was never answered: " + last);
    }

    /** The answer to the same request once more. */
    public Rest.Answer again(Done done, String key) throws IOException, InterruptedException {
        return key.endsWith("report")
                ? rest.post("/api/v1/plan/plans/" + done.plan() + "/tasks/1/reports", report(), key)
                : rest.post("/api/v1/plan/drafts/" + done.plan() + "/issuance", "", key);
    }

    /** Lets the clerks finish the plan they are at. */
    public void stop() throws InterruptedException {
        stopping = true;
        for (Thread clerk : clerks) {
            clerk.join();
        }
        clerks.clear();
        done();
    }

    /** The plans that were made, by number. */
    public Map<Integer, Done> done() {
        @Nullable RuntimeException failure = failed;
        if (failure != null) {
            throw failure;
        }
        return Map.copyOf(done);
    }

    /** How many requests were answered only when they were sent again. */
    public int repeated() {
        return repeated.get();
    }

    @Override
    public void close() throws InterruptedException {
        clerks.forEach(Thread::interrupt);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        rest.close();
    }

    private static String document(int n) {
        return """
                ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                   XÃ AN BÌNH                           Độc lập - Tự do - Hạnh phúc
                Số: %d/KH-UBND                       An Bình, ngày 15 tháng 7 năm 2026

                KẾ HOẠCH
                Công tác thi đua, khen thưởng năm 2026

                I. MỤC ĐÍCH

                Đẩy mạnh phong trào thi đua trong các thôn.

                II. NỘI DUNG

                | TT | Nội dung | Chủ trì | Phối hợp | Thời gian |
                |----|----------|---------|----------|-----------|
                | 1 | Họp các thôn, ký giao ước thi đua | UBND xã An Bình | Các thôn | Trước ngày 30/9/2026 |
                | 2 | Tổng kết phong trào thi đua | UBND xã An Bình | | Quý IV |

                Nơi nhận:                                    TM. ỦY BAN NHÂN DÂN
                - Các thôn;                                      CHỦ TỊCH
                - Lưu: VT.
                                                             Trần Thị Minh Hạnh
                """.formatted(n);
    }
}
