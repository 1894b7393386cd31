"""Cases: steps from the declared state machine, who takes part, tasks, plan, terms and timeline."""
