package vn.thidua.organization;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.RawBsonDocument;
import vn.thidua.platform.text.Text;

/** Finds known words in bytes, however they were written: folded, in another form or code, turned round, digested. */
final class Traces {

    /** What to look for, as Latin-1 text of the bytes in lower case, and what it is a trace of. */
    private final Map<String, String> wanted = new LinkedHashMap<>();

    /** @param words of at least six letters or digits, which stand nowhere by chance */
    static Traces of(List<String> words) {
        Traces traces = new Traces();
        words.forEach(traces::add);
        return traces;
    }

    private void add(String word) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String form : List.of(
                    word,
                    Normalizer.normalize(word, Normalizer.Form.NFD),
                    Text.fold(word),
                    Text.sort(word),
                    word.toLowerCase(Locale.ROOT),
                    word.toUpperCase(Locale.ROOT),
                    new StringBuilder(word).reverse().toString())) {
                bytes(word + " as " + charset, form.getBytes(charset));
            }
        }
        byte[] plain = word.getBytes(StandardCharsets.UTF_8);
        byte[] reversed = new StringBuilder(word).reverse().toString().getBytes(StandardCharsets.UTF_8);
        for (byte[] each : List.of(plain, reversed, Text.fold(word).getBytes(StandardCharsets.UTF_8))) {
            base64(word, each);
            text(word + " as hex", HexFormat.of().formatHex(each));
        }
        text(word + " in JSON", escaped(word));
        text(word + " in an address", java.net.URLEncoder.encode(word, StandardCharsets.UTF_8));
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
            byte[] digest = digest(algorithm, plain);
            bytes(word + " by " + algorithm, digest);
            text(word + " by " + algorithm, HexFormat.of().formatHex(digest));
            text(word + " by " + algorithm, Base64.getEncoder().withoutPadding().encodeToString(digest));
        }
    }

    /** Wherever in a longer text it stands: the three ways in which its bytes may fall into groups. */
    private void base64(String word, byte[] plain) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + plain.length];
            System.arraycopy(plain, 0, shifted, before, plain.length);
            String whole = Base64.getEncoder().encodeToString(shifted);
            int first = before == 0 ? 0 : 4;
            int last = (shifted.length / 3) * 4;
            text(word + " in Base64", whole.substring(first, last));
        }
    }

    private static String escaped(String word) {
        StringBuilder out = new StringBuilder();
        word.chars().forEach(c -> out.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return out.toString();
    }

    private static byte[] digest(String algorithm, byte[] plain) {
        try {
            return MessageDigest.getInstance(algorithm).digest(plain);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void text(String of, String text) {
        bytes(of, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(String of, byte[] bytes) {
        wanted.putIfAbsent(lower(bytes), of);
    }

    private static String lower(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    /** What of it stands there. */
    List<String> in(byte[] bytes) {
        String text = lower(bytes);
        List<String> found = new ArrayList<>();
        wanted.forEach((trace, of) -> {
            if (text.contains(trace)) {
                found.add(of);
            }
        });
        return found;
    }

    /** Collections that hold any of it, of all databases that begin so; {@code database.collection}. */
    TreeSet<String> collections(MongoClient client, String prefix) {
        TreeSet<String> found = new TreeSet<>();
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith(prefix)) {
                MongoDatabase database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    for (RawBsonDocument row : database.getCollection(collection, RawBsonDocument.class)
                            .find()) {
                        byte[] bytes = new byte[row.getByteBuffer().remaining()];
                        row.getByteBuffer().get(bytes);
                        if (!in(bytes).isEmpty()) {
                            found.add(name.substring(prefix.length()) + "." + collection);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Topics that hold any of it, in keys, headers or values. */
    TreeSet<String> topics(String kafka) {
        TreeSet<String> found = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records(kafka)) {
            List<byte[]> parts = new ArrayList<>();
            parts.add(record.key());
            parts.add(record.value());
            record.headers().forEach(header -> parts.add(header.value()));
            for (byte[] part : parts) {
                if (part != null && !in(part).isEmpty()) {
                    found.add(record.topic());
                }
            }
        }
        return found;
    }

    /** Every record of every topic, up to where they end now. */
    static List<ConsumerRecord<byte[], byte[]>> records(String kafka) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Admin admin = Admin.create(settings);
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (String topic : admin.listTopics().names().get()) {
                consumer.partitionsFor(topic).forEach(each -> all.add(new TopicPartition(topic, each.partition())));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return records;
    }
}
