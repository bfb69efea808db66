using CrowdDx.Cases.Emergency;

namespace CrowdDx.Cases.Tests;

public class EmergencySignsTests
{
    [Theory]
    [InlineData("He is haemodynamically unstable.", "shock")]
    [InlineData("Hemodynamic instability despite 3 L of fluid", "shock")]
    [InlineData("Now in septic shock on noradrenaline", "shock")]
    [InlineData("The patient is crashing, what is this?", "shock")]
    [InlineData("BP 62/38, mottled", "shock")]
    [InlineData("Found unresponsive by his wife", "unresponsive")]
    [InlineData("GCS 6 and falling", "unresponsive")]
    [InlineData("unresponsive to painful stimuli", "unresponsive")]
    [InlineData("She went into cardiac arrest an hour ago", "cardiacArrest")]
    [InlineData("peri-arrest in resus", "cardiacArrest")]
    [InlineData("There is no pulse", "cardiacArrest")]
    [InlineData("The child is not breathing", "cardiacArrest")]
    [InlineData("Inspiratory stridor since this morning", "airway")]
    [InlineData("threatened airway", "airway")]
    [InlineData("He is choking", "airway")]
    [InlineData("severe respiratory distress, cannot speak", "breathing")]
    [InlineData("in anaphylaxis after a wasp sting", "anaphylaxis")]
    [InlineData("Allergic to nuts, now in anaphylactic shock", "anaphylaxis")]
    [InlineData("She has suicidal thoughts with a plan", "suicide")]
    [InlineData("a 2-day history of suicidal ideation", "suicide")]
    [InlineData("says he wants to kill himself", "suicide")]
    [InlineData("took an overdose of paracetamol tonight", "overdose")]
    [InlineData("swallowed 40 tablets", "overdose")]
    [InlineData("status epilepticus for 20 minutes", "seizure")]
    [InlineData("still seizing after lorazepam", "seizure")]
    [InlineData("massive haematemesis", "bleeding")]
    [InlineData("uncontrolled postpartum bleeding", "bleeding")]
    [InlineData("No fever. Stridor.", "airway")]
    [InlineData("no rash, but stridor", "airway")]
    [InlineData("Previously well man found unresponsive", "unresponsive")]
    [InlineData("Man with a history of hypertension found unresponsive", "unresponsive")]
    [InlineData("His mother found him unresponsive", "unresponsive")]
    [InlineData("Denied chest pain, then went into cardiac arrest", "cardiacArrest")]
    [InlineData("unresponsive, last seen well 2 months ago", "unresponsive")]
    [InlineData("stridor no wheeze", "airway")]
    [InlineData("stridor that began 2 months ago", "airway")]
    public void Find_WhenEmergencyIsPresent_NamesIt(string text, string sign) =>
        Assert.Equal([sign], EmergencySigns.Find(text).Select(found => found.Sign));

    [Theory]
    [InlineData("haemodynamically stable, not in shock, no stridor")]
    [InlineData("No stridor. Without any stridor. There was no audible stridor.")]
    [InlineData("no rash, wheeze or stridor")]
    [InlineData("He denies suicidal ideation.")]
    [InlineData("denies low mood, insomnia, and suicidal thoughts")]
    [InlineData("Stridor: none. Suicidal ideation: denied. Stridor was absent.")]
    [InlineData("not haemodynamically unstable; no signs of airway compromise")]
    [InlineData("Denies drinking with friends and denies suicidal ideation")]
    [InlineData("history of anaphylaxis to penicillin")]
    [InlineData("Past medical history: asthma; previous cardiac arrest")]
    [InlineData("Allergies: penicillin (anaphylaxis)")]
    [InlineData("cardiac arrest in 2019; status epilepticus as a child; overdose three years ago")]
    [InlineData("family history of suicide attempt; his brother had a cardiac arrest")]
    [InlineData("He presented with a history of asthma, eczema, anaphylaxis")]
    [InlineData("Rash unresponsive to topical steroids; unresponsive to treatment")]
    [InlineData("unstable angina, unstable gait, crashing headache, choking sensation, GCS 15, BP 120/80, spinal anaesthesia")]
    [InlineData("acute respiratory distress syndrome two years ago; sleep apnoea; never unconscious; was shocked to hear it")]
    [InlineData("35-year-old with double vision that worsens with exercise and improves after rest")]
    public void Find_WhenNegatedOrPast_FindsNothing(string text) => Assert.Empty(EmergencySigns.Find(text));

    [Fact]
    public void Find_WhenSeveralSigns_GivesThemInOrderWithTheirPlace()
    {
        const string text = "Stridor, then cardiac arrest; massive haemorrhage.";
        Assert.Equal(
            ["Stridor", "cardiac arrest", "massive haemorrhage"],
            EmergencySigns.Find(text).Select(sign => text.Substring(sign.Offset, sign.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 stridor \uDC00")]
    [InlineData("🫀")]
    public void Find_WhateverTheText_DoesNotThrow(string text) => Assert.NotNull(EmergencySigns.Find(text));

    [Fact]
    public void Find_WhenTextIsLong_Finishes() =>
        Assert.NotEmpty(EmergencySigns.Find(string.Concat(Enumerable.Repeat("history of shock, stridor now; ", 3_000))));
}
