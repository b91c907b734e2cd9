package vn.thidua.bench.store;

/** What is stored: about as large as an ordinary event. */
record Happened(String unit, String text, long number) {

    static Happened number(long number) {
        return new Happened(
                "0191e1a0-0000-7000-8000-000000000000",
                "Phát động thi đua, ký giao ước giữa các thôn trong quý " + number % 4,
                number);
    }
}
