package vn.thidua.organization.tiers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.organization.domain.unit.TierChain;

/** Reads the order of the tiers. */
public final class TierChains {

    private static final String FILE = "/organization/tier-chain.json";

    private TierChains() {}

    /** The order as law has it: the file that comes with the service. */
    public static TierChain standing() {
        try (InputStream file = TierChains.class.getResourceAsStream(FILE)) {
            return read(Objects.requireNonNull(file, FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws tools.jackson.core.JacksonException if it is no such file */
    public static TierChain read(InputStream file) {
        return JsonMapper.shared().readValue(file, TierChain.class);
    }
}
