package vn.thidua.bench;

/** Bytes of normalised text in UTF-8; a Vietnamese page has about 3 KB. */
enum Size {
    KB_10("10 KB", 10_000),
    KB_100("100 KB", 100_000),
    MB_1("1 MB", 1_000_000),
    MB_5("5 MB", 5_000_000);

    final String label;
    final int bytes;

    Size(String label, int bytes) {
        this.label = label;
        this.bytes = bytes;
    }
}
