package vn.thidua.plan.drafting.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan of 2024 becomes one of 2025. */
class YearsInTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Công tác thi đua năm 2024                   | Công tác thi đua năm 2025
                    Năm 2024 và đầu năm 2025                    | Năm 2025 và đầu năm 2026
                    So với năm 2023                             | So với năm 2024
                    Trước ngày 15/6/2024                        | Trước ngày 15/6/2025
                    Trước ngày 05-12-2024                       | Trước ngày 05-12-2025
                    Ngày 29/02/2024                             | Ngày 28/02/2025
                    ngày 20 tháng 11 năm 2024                   | ngày 20 tháng 11 năm 2025
                    ngày 29 tháng 02 năm 2024                   | ngày 28 tháng 02 năm 2025
                    Trong tháng 01/2024                         | Trong tháng 01/2025
                    Quý IV/2024                                 | Quý IV/2025
                    quý 3 - 2024                                | quý 3 - 2025
                    Năm học 2023-2024                           | Năm học 2024-2025
                    """)
    void yearsNextToThePlansOwnAreMoved(String text, String moved) {
        assertThat(YearsInText.moved(text, 2024)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Giai đoạn 2021-2025
                    Giai đoạn 2021 – 2030
                    Đến năm 2030
                    Luật Thi đua, khen thưởng năm 2022
                    Nghị định số 98/2023/NĐ-CP ngày 31/12/2023
                    Kế hoạch số 12/KH-UBND ngày 08/01/2024 của UBND tỉnh
                    Kế hoạch số 12/KH-UBND, ngày 08 tháng 01 năm 2024
                    Ngày 31/02/2024
                    Tặng 2024 suất quà
                    Mã hồ sơ 120245
                    """)
    void whatIsNoYearOfThePlanStays(String text) {
        assertThat(YearsInText.moved(text, 2024)).isEqualTo(text);
    }
}
