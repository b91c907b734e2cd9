package vn.thidua.gateway.signin.me;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.thidua.gateway.signin.page.SignInProblems;
import vn.thidua.gateway.signin.password.PasswordsBusyException;
import vn.thidua.platform.web.problem.Problem;

/** What may come of a password wherever one is compared or made: "come again". */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class MeProblems {

    @ExceptionHandler
    ResponseEntity<Problem> busy(PasswordsBusyException busy, HttpServletRequest request) {
        return problem(SignInProblems.busy(request), PasswordsBusyException.AGAIN.toSeconds());
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooOften(PasswordChange.TooOftenException tooOften, HttpServletRequest request) {
        long seconds = tooOften.waiting().toSeconds() + 1;
        return problem(SignInProblems.tooManyTries(request, seconds), seconds);
    }

    private static ResponseEntity<Problem> problem(Problem problem, long seconds) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
