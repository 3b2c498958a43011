"""Events told again by other words: "the attack", "the latest launch", "a similar incident", "it"."""
