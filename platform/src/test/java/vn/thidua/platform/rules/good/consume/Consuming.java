package vn.thidua.platform.rules.good.consume;

import vn.thidua.contracts.SealedText;
import vn.thidua.platform.rules.good.view.Rowed;

/** Keeps the rules. */
public record Consuming(SealedText text, Rowed row) {}
