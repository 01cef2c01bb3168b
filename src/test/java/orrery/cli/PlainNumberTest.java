package orrery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a number in a query, and that it is the nearest double. */
class PlainNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "+7",
                "12.5e3",
                "1.",
                ".5",
                "-.5E-7",
                " 3 ",
                "NaN",
                "Infinity",
                "-Infinity",
                "+Infinity",
                "1e400",
                "4.9e-324",
                "2.4703282292062327e-324",
                "2.2250738585072011e-308",
                "179769313486231580793728971405301e276",
                "9007199254740993",
                "0.1000000000000000055511151231257827021181583404541015625"
            })
    void isTheNearestDouble(String text) {
        assertThat(Double.doubleToRawLongBits(PlainNumber.parse(text)))
                .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
    }

    @Test
    void anyDoubleReadsBackToItsBits() {
        SplittableRandom random = new SplittableRandom(19);
        for (int i = 0; i < 200_000; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double epoch = random.nextDouble(-1e10, 1e10);
            if (Double.isFinite(any)) {
                assertThat(PlainNumber.parse(Double.toString(any))).isEqualTo(any);
            }
            assertThat(PlainNumber.parse(Double.toString(epoch))).isEqualTo(epoch);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                ".",
                "e5",
                ".e5",
                "1e",
                "1e+",
                "1d",
                "1f",
                "0x1p3",
                "1 2",
                "--1",
                "1,5",
                "nan",
                "infinity",
                "Infinityx",
                "-NaN",
                "\u0661",
                "1_000"
            })
    void whatElseJavaTakesForOneIsNone(String text) {
        assertThatThrownBy(() -> PlainNumber.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
