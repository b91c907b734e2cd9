/** Other systems that come with a key. */
@NullMarked
package vn.thidua.access.domain.client;

import org.jspecify.annotations.NullMarked;
