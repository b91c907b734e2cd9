package vn.thidua.platform.rules.good.domain;

import java.time.Instant;
import vn.thidua.platform.values.Sealed;

/** Keeps the rules. */
public record Thing(String id, Instant at, Sealed name) {}
