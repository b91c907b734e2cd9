package vn.thidua.platform.ledger;

import java.util.Optional;
import vn.thidua.platform.values.Rejection;

/** Why an account refuses. */
public sealed interface AccountRejection extends Rejection {

    /** Another account has the name. */
    record NameTaken() implements AccountRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String code() {
            return "account-name-taken";
        }

        @Override
        public String vietnamese() {
            return "Tên tài khoản đã được dùng; hãy chọn tên khác.";
        }

        @Override
        public String english() {
            return "The name of the account is taken; choose another one.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("name");
        }
    }

    /** The balance would go below its limit. */
    record NotEnoughMoney() implements AccountRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String code() {
            return "not-enough-money";
        }

        @Override
        public String vietnamese() {
            return "Số dư không đủ.";
        }

        @Override
        public String english() {
            return "There is not enough money.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("amount");
        }
    }

    /** Amounts are above 0. */
    record AmountNotPositive() implements AccountRejection {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String code() {
            return "amount-not-positive";
        }

        @Override
        public String vietnamese() {
            return "Số tiền phải lớn hơn 0.";
        }

        @Override
        public String english() {
            return "The amount must be above 0.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("amount");
        }
    }

    /** The account is closed, or cannot be closed as it is not empty. */
    record AccountNotFit(String code) implements AccountRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String vietnamese() {
            return "Tài khoản đã đóng hoặc còn tiền.";
        }

        @Override
        public String english() {
            return "The account is closed, or still holds money.";
        }
    }
}
