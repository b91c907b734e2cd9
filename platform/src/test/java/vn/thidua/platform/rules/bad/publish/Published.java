package vn.thidua.platform.rules.bad.publish;

import vn.thidua.platform.rules.good.domain.Thing;

/** Breaks the rules: knows another context. */
public record Published(Thing thing) {}
