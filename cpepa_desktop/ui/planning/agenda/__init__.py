"""What every course of a school year has to hand in, together: by weeks or by courses."""
