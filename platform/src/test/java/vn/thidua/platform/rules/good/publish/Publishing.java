package vn.thidua.platform.rules.good.publish;

import vn.thidua.contracts.SealedText;
import vn.thidua.platform.rules.good.domain.Thing;

/** Keeps the rules. */
public final class Publishing {

    SealedText publish(Thing thing) {
        return new SealedText(
                thing.name().subject(),
                thing.name().keyId(),
                thing.name().iv(),
                thing.name().ct());
    }
}
