package vn.thidua.platform.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Hears of everything that was refused to a known caller: what is kept of it is the listener's affair. */
@FunctionalInterface
public interface RefusalListener {

    /**
     * @param code last part of the problem's type; {@code hidden} where the answer says "not found"
     */
    void refused(HttpServletRequest request, int status, String code);
}
