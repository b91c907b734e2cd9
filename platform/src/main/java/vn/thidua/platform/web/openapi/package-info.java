/** The description of each context: OpenAPI 3.1. */
@NullMarked
package vn.thidua.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
