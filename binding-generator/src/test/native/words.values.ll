@dylink_value_0 = hidden global i32 20, align 4
@dylink_kind_0 = hidden global i8 0, align 1
