_Atomic int constructed[6], destructed[6];
