package vn.thidua.platform.eventstore;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Bytes of BSON documents, as they are stored: what is hashed is never encoded a second time. */
final class CommitBytes {

    private static final int HEADER = 4;

    private CommitBytes() {}

    /** The bytes of all elements: type, name and value of each, without the document's length and end. */
    static byte[] elementsOf(BsonDocument document) {
        var buffer = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            byte[] all = buffer.toByteArray();
            return Arrays.copyOfRange(all, HEADER, all.length - 1);
        }
    }

    /** Puts elements together to a document. */
    static RawBsonDocument document(byte[]... elements) {
        int length = HEADER + 1;
        for (byte[] part : elements) {
            length += part.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(length);
        for (byte[] part : elements) {
            buffer.put(part);
        }
        return new RawBsonDocument(buffer.array());
    }

    /** Hash of a stored commit, from the bytes as the server gave them, all but the hash itself. */
    static byte[] hashOf(RawBsonDocument commit, byte[] previousHash) {
        var digest = Hashes.digest();
        digest.update(previousHash);
        ByteBuffer bytes = Promises.asStored
                ? commit.getByteBuffer().asNIO()
                : document(elementsOf(commit.decode(new BsonDocumentCodec())))
                        .getByteBuffer()
                        .asNIO();
        try (var reader = new BsonBinaryReader(bytes.duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN))) {
            reader.readStartDocument();
            int start = reader.getBsonInput().getPosition();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String name = reader.readName();
                reader.skipValue();
                int end = reader.getBsonInput().getPosition();
                if (!name.equals(Commits.HASH)) {
                    digest.update(
                            bytes.duplicate().position(bytes.position() + start).limit(bytes.position() + end));
                }
                start = end;
            }
        }
        return digest.digest();
    }
}
