package vn.thidua.gateway.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void eachCallerHasItsOwnAndNoMoreAreKeptThanAskedFor() {
        var buckets = new Buckets(1, 2, 10);
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isEmpty();
        assertThat(buckets.take("a")).isPresent();
        assertThat(buckets.take("b")).isEmpty();

        for (int i = 0; i < 1000; i++) {
            buckets.take("caller " + i);
        }
        assertThat(buckets.size()).isEqualTo(10);
    }

    @Test
    void aNetworkOfIpv6CountsAsOneAddress() {
        assertThat(RequestLimits.network("10.1.2.3")).isEqualTo("10.1.2.3");
        String network = RequestLimits.network("2001:db8:1:2:3:4:5:6");
        assertThat(RequestLimits.network("2001:db8:1:2:ffff:4:5:7")).isEqualTo(network);
        assertThat(RequestLimits.network("2001:db8:1:3:3:4:5:6")).isNotEqualTo(network);
    }
}
